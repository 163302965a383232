import { z } from 'zod';
import { RemoteError } from '../remote.ts';

const stored = z.object({ id: z.uuid(), type: z.string(), width: z.number(), height: z.number() });
export type StoredFile = z.infer<typeof stored>;

export const fileAddress = (workshopId: string, fileId: string): string =>
  `/api/workshops/${encodeURIComponent(workshopId)}/files/${fileId}`;

/**
 * Sends a picture to the workshop. Throws RemoteError with the server's sentence, or `offline` when it was
 * not reached.
 * @param onProgress 0…1 of what has been sent
 */
export function sendFile(
  workshopId: string,
  blob: Blob,
  onProgress: (done: number) => void,
  offline: string,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how far it has come.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/workshops/${encodeURIComponent(workshopId)}/files`);
    request.setRequestHeader('Content-Type', blob.type || 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new RemoteError(offline));
    request.onload = () => {
      const file = request.status === 200 ? stored.safeParse(request.response) : undefined;
      if (file?.success) return resolve(file.data);
      const told = z.object({ error: z.object({ message: z.string() }) }).safeParse(request.response);
      reject(new RemoteError(told.success ? told.data.error.message : offline));
    };
    request.send(blob);
  });
}
