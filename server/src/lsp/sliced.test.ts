import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Outdated } from './driver';
import type { Timer } from './environment';
import { sliced, slicedFor } from './sliced';

/** Each look at the clock takes six milliseconds; between slices something else is done. */
function slowTimer(between: () => void = () => {}): Timer {
	let time = 0;
	return {
		now: () => (time += 6),
		defer(callback) {
			between();
			setImmediate(callback);
		},
		after: () => () => {},
	};
}

function* steps(count: number, done: () => void = () => {}): Generator<undefined, string, void> {
	for (let i = 0; i < count; i++) {
		done();
		yield;
	}
	return 'read';
}

const never: CancellationToken = new CancellationTokenSource().token;

test('other things are done between slices', async () => {
	let [turns, done] = [0, 0];
	assert.equal(
		await sliced(
			steps(9, () => done++),
			slowTimer(() => turns++),
		),
		'read',
	);
	assert.equal(done, 9);
	assert.ok(turns >= 4, `${turns}`);
});

test('work on a document is dropped once it has changed', async () => {
	const document = TextDocument.create('file:///a.md', 'markdown', 1, 'The quay leaks.');
	assert.equal(await slicedFor({ document, version: 1 }, steps(9), slowTimer(), never), 'read');
	let done = 0;
	const change = () => TextDocument.update(document, [{ text: 'It does not.' }], 2);
	const work = slicedFor(
		{ document, version: 1 },
		steps(9, () => done++),
		slowTimer(change),
		never,
	);
	await assert.rejects(work, Outdated);
	assert.ok(done < 9, `${done}`);
});

test('work that nobody waits for is dropped', async () => {
	const document = TextDocument.create('file:///a.md', 'markdown', 1, 'The quay leaks.');
	const asked = new CancellationTokenSource();
	let done = 0;
	const work = slicedFor(
		{ document, version: 1 },
		steps(9, () => done++),
		slowTimer(() => asked.cancel()),
		asked.token,
	);
	await assert.rejects(work, /cancelled/);
	await new Promise(resolve => setTimeout(resolve, 20));
	assert.ok(done < 9, `${done}`);
});

test('what the work throws is thrown', async () => {
	// biome-ignore lint/correctness/useYield: it fails before it pauses
	function* failing(): Generator<undefined, void, void> {
		throw new RangeError('no');
	}
	await assert.rejects(sliced(failing(), slowTimer()), RangeError);
});
