import { spawn } from 'node:child_process';

/** The command that opens an address in the browser of this machine, or null where none would be seen. */
export function openingCommand(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): [command: string, ...rest: string[]] | null {
  // Over a remote shell a browser would open where nobody sits.
  if (env['SSH_CONNECTION'] !== undefined || env['CI'] !== undefined) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? ['xdg-open'] : null;
}

/** Opens an address. That it cannot be opened is nobody's fault: it is printed as well. */
export function openAddress(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): void {
  const [command, ...rest] = openingCommand(platform, env) ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...rest, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
