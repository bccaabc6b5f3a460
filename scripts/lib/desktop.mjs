// Finds a desktop VS Code on this machine.
import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The program (not the `code` command, which hands over to it and leaves) of an installed VS Code or VSCodium, or
 * `undefined`: none is there, or there is no screen for it.
 */
export function findDesktopCode() {
	if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
	return [...usualPlaces(), ...behindCommands()].find(place => existsSync(place));
}

/** What a desktop VS Code wants said when it is run by root. */
export function desktopOptions() {
	return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function usualPlaces() {
	if (process.platform === 'darwin') {
		const apps = ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'];
		return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap(folder =>
			apps.map(app => path.join(folder, `${app}.app/Contents/MacOS/Electron`)),
		);
	}
	if (process.platform === 'win32') {
		const folders = [path.join(process.env['LOCALAPPDATA'] ?? '', 'Programs'), process.env['ProgramFiles'] ?? ''];
		return folders.flatMap(folder => [
			path.join(folder, 'Microsoft VS Code', 'Code.exe'),
			path.join(folder, 'VSCodium', 'VSCodium.exe'),
		]);
	}
	return ['/usr/share/code/code', '/snap/code/current/usr/share/code/code', '/usr/share/codium/codium'];
}

/** `…/bin/code` on the path is a script beside which, one folder up, the program lies. */
function behindCommands() {
	if (process.platform === 'win32') return [];
	const names = ['code', 'code-insiders', 'codium'];
	const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
	return names.flatMap(name =>
		folders
			.map(folder => path.join(folder, name))
			.filter(command => existsSync(command))
			.map(command => path.join(path.dirname(realpathSync(command)), '..', name)),
	);
}
