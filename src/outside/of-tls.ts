/** Whether an error's code is what OpenSSL and Node call what is wrong with a certificate or with TLS. */
export const isOfTls = (code: string | undefined): boolean =>
  code !== undefined &&
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH$|EPROTO$)/.test(code);
