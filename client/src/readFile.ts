import { type Disposable, FileSystemError, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReadFileParams, readFileRequest } from '../../server/src/protocol';

/** Reads files for the server, which has no access to remote and virtual ones. */
export function answerReadFile(client: BaseLanguageClient): Disposable {
	return client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(Uri.parse(uri)));
}

/** The text of a file without its byte order mark, or null where there is none. */
async function readText(uri: Uri): Promise<string | null> {
	try {
		return new TextDecoder().decode(await workspace.fs.readFile(uri));
	} catch (error) {
		if (error instanceof FileSystemError) return null;
		throw error;
	}
}
