import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Config } from '../../../lib/config.ts';
import { securityHeaders } from '../../../server/http/headers.ts';
import { configWith } from '../../support/config.ts';

function answer(over: Partial<Config>, headers: Record<string, string> = {}) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '::ffff:10.0.0.7' });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, { host: 'lan.example:3000' }, headers);
  const response = new ServerResponse(request);
  securityHeaders(configWith(over))(request, response);
  return { request, response };
}

const policyOf = (response: ServerResponse) => String(response.getHeader('content-security-policy'));

test('each answer has a nonce of its own, told to Next by the same policy on the request', () => {
  const one = answer({});
  const two = answer({});
  expect(one.request.headers['content-security-policy']).toBe(policyOf(one.response));
  const nonce = (response: ServerResponse) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1];
  expect(nonce(one.response)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(nonce(one.response)).not.toBe(nonce(two.response));
});

test('the policy allows no script by origin of its text and no other host', () => {
  const policy = policyOf(answer({}).response);
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src'));
  expect(scripts).not.toMatch(/unsafe/);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('a form may lead to the identity provider, and nowhere else', () => {
  const oidc = { issuer: 'https://login.example.org/realms/x', clientId: '', clientSecret: '', name: '' };
  expect(policyOf(answer({ oidc }).response)).toContain("form-action 'self' https://login.example.org;");
});

test("a client's own policy never reaches Next, in production or not", () => {
  const forged = { 'content-security-policy': "script-src 'nonce-mine'" };
  expect(answer({}, forged).request.headers['content-security-policy']).not.toContain('mine');
  expect(answer({ production: false }, forged).request.headers['content-security-policy']).toBeUndefined();
});

test('what people upload is sandboxed when it is opened by itself', () => {
  const socket = new Socket();
  const request = new IncomingMessage(socket);
  request.url = '/api/workshops/w/files/f';
  const response = new ServerResponse(request);
  securityHeaders(configWith({}))(request, response);
  expect(policyOf(response)).toBe("default-src 'none'; sandbox");
  expect(response.getHeader('x-content-type-options')).toBe('nosniff');
});

test('strict transport is asked for only where people come by https', () => {
  expect(answer({}).response.hasHeader('strict-transport-security')).toBe(false);
  expect(answer({ baseUrl: 'http://j.example' }).response.hasHeader('strict-transport-security')).toBe(false);
  expect(answer({ baseUrl: 'https://j.example' }).response.hasHeader('strict-transport-security')).toBe(true);
});

const FORGED = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '6.6.6.6, 192.0.2.9',
  'x-forwarded-port': '1',
  forwarded: 'for=6.6.6.6',
  'x-real-ip': '6.6.6.6',
};

test('without an address of ours, the host is the one the request was sent to and the client its socket', () => {
  const { headers } = answer({}, FORGED).request;
  expect(headers).toMatchObject({
    'x-forwarded-host': 'lan.example:3000',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '10.0.0.7',
  });
  expect(JSON.stringify(headers)).not.toContain('6.6.6.6');
  expect(headers['x-forwarded-port']).toBeUndefined();
});

test('with an https address, the host is that and the client what the proxy appended', () => {
  expect(answer({ baseUrl: 'https://j.example' }, FORGED).request.headers).toMatchObject({
    'x-forwarded-host': 'j.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '192.0.2.9',
  });
});
