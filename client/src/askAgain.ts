import type { BaseLanguageClient, LSPErrorCodes } from 'vscode-languageclient';

const mostTries = 5;

/** Asks the server on behalf of someone who waits: once more where the text has changed while it was read, a few times. */
export async function askAgain<R>(
	client: Pick<BaseLanguageClient, 'sendRequest'>,
	method: string,
	params: unknown,
): Promise<R> {
	for (let tries = 1; ; tries++) {
		try {
			return await client.sendRequest<R>(method, params);
		} catch (error) {
			if (!isOvertaken(error) || tries === mostTries) throw error;
		}
	}
}

/** By their numbers: the package that names them cannot be loaded outside the editor. */
const serverCancelled: typeof LSPErrorCodes.ServerCancelled = -32802;
const contentModified: typeof LSPErrorCodes.ContentModified = -32801;

/** Whether a request failed for no other reason than that the text has changed meanwhile. */
export function isOvertaken(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error)) return false;
	return error.code === serverCancelled || error.code === contentModified;
}
