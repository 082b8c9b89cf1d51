/** Whether a Host header names a host and perhaps a port: what makes addresses of it throws for anything else. */
export function isHost(text: string | undefined): boolean {
  if (text === undefined || text === '') return true;
  if (/[\s/\\?#@]/.test(text)) return false;
  return URL.canParse(`http://${text}/`);
}
