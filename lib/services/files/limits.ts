const MB = 1024 * 1024;

export const FILE_LIMITS = {
  /** Of one picture; browsers scale theirs down before they send it. */
  bytes: 5 * MB,
  workshopBytes: 200 * MB,
  /** Per workshop. */
  files: 2_000,
  /** A few bytes can unpack to gigabytes in every browser that shows them. */
  pixels: 40_000_000,
} as const;
