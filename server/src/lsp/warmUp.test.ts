import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as passes } from 'node:timers/promises';
import { createDriver } from './driver';
import { fakeAnalyzer, manualTimer, namedRule } from './testing';
import { sampleOf, warmUp } from './warmUp';

const rule = { ...namedRule('a'), example: 'One line.', nonExample: 'Another.' };
const sample = sampleOf([rule]);

function watched() {
	const read: string[] = [];
	const timer = manualTimer();
	const driver = createDriver(
		fakeAnalyzer(({ text }) => void read.push(text)),
		timer,
	);
	return { read, timer, driver };
}

test('the sample holds what each rule finds and what it leaves alone', () => {
	assert.equal(sample.text, 'One line.\n\nAnother.');
});

test('the sample is read when nothing has come for a while', async () => {
	const { read, timer, driver } = watched();
	warmUp(driver, timer, sample);
	assert.equal(read.length, 0);
	timer.advance(1_000);
	await passes(5);
	assert.equal(read.length, 3);
});

test('a document that comes first calls it off', async () => {
	const { read, timer, driver } = watched();
	const stop = warmUp(driver, timer, sample);
	stop();
	timer.advance(1_000);
	await passes(5);
	assert.deepEqual(read, []);
});
