/** Reads a file through the client, or as the environment can. */
import type { Connection } from 'vscode-languageserver';
import { type ReadFileParams, readFileRequest } from '../protocol';
import type { Environment } from './environment';
import { nameOf } from './requests';

/** Gives null where there is none, or it cannot be read; never rejects. */
export function createFileReader(connection: Connection, environment: Environment, askClient: boolean) {
	return async (uri: string): Promise<string | null> => {
		try {
			if (environment.readFile && !askClient) return await environment.readFile(uri);
			const params: ReadFileParams = { uri };
			const text: unknown = await connection.sendRequest(readFileRequest, params);
			return typeof text === 'string' ? text : null;
		} catch (error) {
			connection.console.warn(`A file could not be read: ${nameOf(error)}`);
			return null;
		}
	};
}
