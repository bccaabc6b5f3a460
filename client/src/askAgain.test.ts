import assert from 'node:assert/strict';
import test from 'node:test';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { askAgain } from './askAgain';

/** A server that fails with these errors, one after another, then answers. */
function failing(...errors: readonly Error[]) {
	let asked = 0;
	const sendRequest = async () => {
		const error = errors[asked++];
		if (error) throw error;
		return asked;
	};
	return { sendRequest } as unknown as Parameters<typeof askAgain>[0];
}

const overtaken = () => new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed');

test('what is overtaken by an edit is asked again', async () => {
	assert.equal(await askAgain(failing(overtaken(), overtaken()), 'x', {}), 3);
});

test('but not for ever, and any other failure is one', async () => {
	await assert.rejects(askAgain(failing(...Array.from({ length: 9 }, overtaken)), 'x', {}), overtaken());
	await assert.rejects(askAgain(failing(new Error('broken'), overtaken()), 'x', {}), /broken/);
});
