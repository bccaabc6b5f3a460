import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const maxRestarts = 4;
const windowInMilliseconds = 3 * 60 * 1000;

/**
 * Starts a server that ended by itself again, but no more than four times in three minutes. Nothing pops up: the status
 * item says that it is down and offers to restart it.
 */
export function createErrorHandler(now: () => number = Date.now): ErrorHandler {
	let closed: number[] = [];
	return {
		error: (_error, _message, count) => ({
			action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
			handled: true,
		}),
		closed() {
			const time = now();
			closed = [...closed.filter(earlier => time - earlier < windowInMilliseconds), time];
			const action = closed.length <= maxRestarts ? CloseAction.Restart : CloseAction.DoNotRestart;
			return { action, handled: true };
		},
	};
}
