/** The key pair by which a kernel's sockets encrypt what they carry, as ZeroMQ writes keys: 40 characters of Z85. */
export interface CurveKeys {
  publicKey: string;
  secretKey: string;
}

const names = ["curve_publickey", "curve_secretkey"] as const;

/** A key of 32 bytes in Z85. */
const z85 = /^[0-9a-zA-Z.\-:+=^!/*?&<>()[\]{}@%$#]{40}$/;

/**
 * The keys of a connection file; undefined if it has none. A file with something else than a pair of keys is refused:
 * sockets without keys would carry in plain text what its writer wanted encrypted.
 *
 * @source jupyter_client 8.10, `ConnectionFileMixin.load_connection_info`
 * @throws what `fail` throws
 */
export function curveKeys(
  file: Record<string, unknown>,
  fail: (what: string, value: unknown) => never,
): CurveKeys | undefined {
  if (names.every((name) => (file[name] ?? undefined) === undefined)) return undefined;
  const [publicKey, secretKey] = names.map((name) => {
    const key = file[name];
    if (typeof key === "string" && z85.test(key)) return key;
    // Of a wrong secret nothing is told: what is wrong goes to a log.
    return fail(`${name} must be 40 characters of Z85`, typeof key);
  });
  return { publicKey, secretKey };
}

/** What a socket is opened with, so that only who knows the public key can speak to it or hear it. */
export function curveOptions(keys: CurveKeys | undefined) {
  if (!keys) return {};
  const { publicKey, secretKey } = keys;
  return { curveServer: true, curvePublicKey: publicKey, curveSecretKey: secretKey };
}
