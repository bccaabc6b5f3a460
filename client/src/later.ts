import type { Disposable } from 'vscode';

/** Calls back once, a while after the last start. */
export interface Later extends Disposable {
	start(): void;
}

export function later(callback: () => void, milliseconds: number): Later {
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		start() {
			clearTimeout(timer);
			timer = setTimeout(callback, milliseconds);
		},
		dispose: () => clearTimeout(timer),
	};
}
