/** Reads a file through the client, or as the environment can. */
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type ReadFileParams, readFileRequest } from '../protocol';
import type { Environment } from './environment';
import { nameOf } from './requests';

/**
 * Gives null where there is none, or it cannot be read; never rejects. With `askClient` the client is asked for every
 * file, else only for those that the environment cannot read.
 */
export function createFileReader(connection: Connection, environment: Environment, askClient: boolean) {
	let canAsk = true;

	async function ask(uri: string): Promise<string | null> {
		if (!canAsk) return null;
		try {
			const params: ReadFileParams = { uri };
			const text: unknown = await connection.sendRequest(readFileRequest, params);
			return typeof text === 'string' ? text : null;
		} catch (error) {
			if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) canAsk = false;
			else connection.console.warn(`A file could not be read: ${nameOf(error)}`);
			return null;
		}
	}

	return async (uri: string): Promise<string | null> => {
		if (!environment.readFile || askClient || !uri.startsWith('file:')) return ask(uri);
		return environment.readFile(uri);
	};
}
