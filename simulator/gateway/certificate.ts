/** The self-signed certificate of an address literal, as the real gateways have one (gateway fact sheet 1.2), and its pin. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly pem: string;
  /** SHA-256 of the DER certificate. */
  readonly pin: { readonly hex: string; readonly base64: string };
}

export async function createCertificate(address = '127.0.0.1'): Promise<Certificate> {
  const made = await new Promise<{ private: string; cert: string }>((resolve, reject) => {
    const options = {
      keySize: 2048,
      algorithm: 'sha256',
      days: 365,
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip: address }] },
      ],
    };
    generate([{ name: 'commonName', value: address }], options, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  const digest = createHash('sha256').update(new X509Certificate(made.cert).raw).digest();
  return {
    key: made.private,
    pem: made.cert,
    pin: { hex: digest.toString('hex'), base64: digest.toString('base64') },
  };
}
