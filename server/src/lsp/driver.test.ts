import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis, Draft } from '../analysis';
import { createDriver, Outdated } from './driver';
import { fakeAnalyzer } from './testing';

const draft = (text: string): Draft => ({ text, format: 'plaintext', genre: 'auto', rules: {} });

/** Each look at the clock takes so long. */
function clock(step: number) {
	let time = 0;
	const deferred: (() => void)[] = [];
	return {
		timer: {
			now: () => (time += step),
			defer: (callback: () => void) => void deferred.push(callback),
			after: () => () => {},
		},
		deferred,
		/** Runs what was put off once. */
		turn() {
			for (const callback of deferred.splice(0)) callback();
		},
	};
}

test('a short draft is read at once', async () => {
	const { timer, deferred } = clock(0);
	const analysis = await createDriver(fakeAnalyzer(), timer).read('a', draft('sources'));
	assert.equal(analysis.findings.length, 1);
	assert.equal(deferred.length, 0);
});

test('a long one is read in slices of ten milliseconds', async () => {
	const { timer, deferred, turn } = clock(4);
	let steps = 0;
	const driver = createDriver(
		fakeAnalyzer(() => steps++),
		timer,
	);
	let done: Analysis | undefined;
	void driver.read('a', draft('x\n'.repeat(20))).then(analysis => {
		done = analysis;
	});
	assert.equal(steps, 3);
	while (deferred.length > 0) turn();
	await Promise.resolve();
	assert.ok(done);
	assert.equal(steps, 21);
});

test('the same draft is read once; another takes its place', async () => {
	const { timer, turn, deferred } = clock(20);
	let steps = 0;
	const driver = createDriver(
		fakeAnalyzer(() => steps++),
		timer,
	);
	const first = driver.read('a', draft('x\nx'));
	assert.equal(driver.read('a', draft('x\nx')), first);
	const second = driver.read('a', draft('y\ny'));
	await assert.rejects(first, Outdated);
	while (deferred.length > 0) turn();
	assert.equal((await second).text, 'y\ny');
	assert.equal(steps, 3);
	const third = driver.read('a', draft('z\nz'));
	driver.drop('a');
	await assert.rejects(third, Outdated);
});

test('what the analyzer throws is handed on', async () => {
	await assert.rejects(createDriver(fakeAnalyzer(), clock(0).timer).read('a', draft('crash')), /crash/);
});
