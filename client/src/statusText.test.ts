import assert from 'node:assert/strict';
import test from 'node:test';
import type { DocumentStatus } from '../../server/src/protocol';
import { statusText } from './statusText';

const read: DocumentStatus = {
	uri: 'file:///draft.md',
	state: 'on',
	genre: 'news',
	genreBasis: 'form',
	findings: 0,
	hidden: 0,
	ignored: 0,
	stale: 0,
};

test('findings are counted, and those not shown are owned up to', () => {
	const text = (status: Partial<DocumentStatus>) => statusText('running', { ...read, ...status }).text;
	assert.equal(text({}), 'no findings');
	assert.equal(text({ findings: 1 }), '1 finding');
	assert.equal(text({ findings: 12 }), '12 findings');
	assert.equal(text({ findings: 250, hidden: 90 }), '250 findings shown, 90 more');
});

test('the genre is named with how it was told', () => {
	const detail = (status: Partial<DocumentStatus>) => statusText('running', { ...read, ...status }).detail;
	assert.equal(detail({}), 'Read as news, from its form');
	assert.equal(
		detail({ genre: 'press-release', genreBasis: 'label' }),
		'Read as press release, from its label: all of it is the issuer speaking of itself',
	);
	assert.equal(detail({ genre: 'essay', genreBasis: 'toString' }), 'Read as essay');
});

test('a press release is told for what it is, once', () => {
	assert.equal(
		statusText('running', { ...read, genre: 'press-release', genreBasis: 'form' }).detail,
		'Read as press release, from its form: all of it is the issuer speaking of itself',
	);
});

test('ignored findings are counted, and ignores that fit nothing any more can be looked through', () => {
	const { detail, command } = statusText('running', { ...read, ignored: 2 });
	assert.equal(detail, 'Read as news, from its form; 2 ignored');
	assert.equal(command?.command, 'sourceCritic.turnOff');
	const stale = statusText('running', { ...read, stale: 1 });
	assert.equal(stale.detail, 'Read as news, from its form; 1 ignore fits nothing here any more');
	assert.equal(stale.command?.command, 'sourceCritic.removeStaleIgnores');
});

test('a document that is not read offers the way out', () => {
	const command = (status: Partial<DocumentStatus>) => statusText('running', { ...read, ...status }).command?.command;
	assert.equal(command({ state: 'off-setting' }), 'sourceCritic.turnOn');
	assert.equal(command({ state: 'not-news' }), 'sourceCritic.checkAnyway');
	assert.equal(command({ state: 'too-large' }), 'sourceCritic.checkAnyway');
	assert.equal(command({ state: 'not-english' }), undefined);
});

test('only a server that is down is a warning', () => {
	const down = statusText('down', read);
	assert.equal(down.isWarning, true);
	assert.equal(down.command?.command, 'sourceCritic.restart');
	for (const status of [undefined, read, { ...read, state: 'failed' } as const]) {
		assert.equal(statusText('running', status).isWarning, undefined);
	}
	assert.equal(statusText('starting', undefined).busy, true);
});
