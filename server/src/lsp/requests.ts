/** What all requests have in common: how they fail, and how they are cancelled. */
import {
	type CancellationToken,
	type Connection,
	ErrorCodes,
	LSPErrorCodes,
	ResponseError,
} from 'vscode-languageserver';
import { Outdated } from './driver';

export type Handler<R> = (request: unknown, token: CancellationToken) => Promise<R>;

export interface Requests {
	/** A request that fails is answered with an error of the protocol's kind, and the server goes on. */
	guarded<R>(handle: Handler<R>): Handler<R>;
	/** The same for what is not answered. An outdated document is no failure. */
	attempt(work: () => Promise<unknown>): void;
	/** Tells the log what went wrong: where in the code, never a word that could be of a draft. */
	failed(error: unknown): void;
	/** From now on requests are refused and the log is silent. */
	stop(): void;
	isStopped(): boolean;
}

const placesLogged = 8;

export function createRequests(connection: Connection): Requests {
	let stopped = false;

	function failed(error: unknown): void {
		if (stopped) return;
		const stack = error instanceof Error ? (error.stack ?? '') : '';
		const places = stack.split('\n').filter(line => /^\s+at /.test(line));
		connection.console.error([nameOf(error), ...places.slice(0, placesLogged)].join('\n'));
	}

	return {
		guarded: handle => async (request, token) => {
			if (stopped) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down');
			try {
				return await handle(request, token);
			} catch (error) {
				if (error instanceof ResponseError) throw error;
				if (error instanceof Outdated) {
					const again = { retriggerRequest: true };
					throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', again);
				}
				failed(error);
				throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where');
			}
		},
		attempt(work) {
			work().catch(error => {
				if (!(error instanceof Outdated)) failed(error);
			});
		},
		failed,
		stop() {
			stopped = true;
		},
		isStopped: () => stopped,
	};
}

/** The result, or `RequestCancelled` as soon as the client no longer wants it. */
export function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T> {
	const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
	if (token.isCancellationRequested) {
		// Nobody waits for it any more.
		work.catch(() => {});
		return Promise.reject(cancelled());
	}
	return new Promise((resolve, reject) => {
		const registration = token.onCancellationRequested(() => reject(cancelled()));
		work.then(resolve, reject).finally(() => registration.dispose());
	});
}

/** What went wrong, without a word that could be of a draft. */
export function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}
