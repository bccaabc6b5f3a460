/** The source report as a client asks for it, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import type { ReportPage } from '../protocol';
import { htmlReport } from '../report/html';
import { markdownReport } from '../report/markdown';
import { analysisOf, buildFrom } from '../report/testing';
import { resources } from '../resources';
import { rules } from '../rules/index';
import { manualTimer, serverInProcess } from './testing';

const uri = 'file:///newsroom/one.md';
const draft =
	'Ada Quist runs the lock in Norland. “It leaks,” she said.\n\nA senior official said the gate would fail.\n';
const asked = { uri, file: 'draft.txt', checked: '2026-11-25T09:19:00.000Z' };

async function withEditor(body: (editor: Awaited<ReturnType<typeof start>>) => Promise<void>): Promise<void> {
	const editor = await start();
	try {
		await body(editor);
	} finally {
		editor.dispose();
	}
}

async function start() {
	const { client, dispose } = serverInProcess({
		createAnalyzer: () => createAnalyzer(resources),
		rules,
		timer: manualTimer(),
	});
	const editor = await openEditor(client);
	return {
		...editor,
		dispose,
		report: (params: object = asked) => client.sendRequest<ReportPage | null>('sourceCritic/report', params),
		written: (format: unknown) => client.sendRequest<string | null>('sourceCritic/exportReport', { ...asked, format }),
	};
}

test('a draft that is open has a report, in parts, of the version it is in', () =>
	withEditor(async ({ open, change, report }) => {
		assert.equal(await report(), null, 'not open yet');
		await open(uri, draft, 'markdown');
		const first = await report();
		assert.deepEqual([first?.parts[0]?.id, first?.parts.at(-1)?.id], ['head', 'statements']);
		await change(uri, 'Tom Hale said no. ', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
		const second = await report();
		assert.ok(second && first && second.version > first.version);
		assert.match(second.parts.at(-1)?.html ?? '', /Tom Hale/);
		assert.equal(
			second.parts.find(({ id }) => id === 'chains')?.html,
			first.parts.find(({ id }) => id === 'chains')?.html,
		);
	}));

test('written to a file it is what the command line writes', () =>
	withEditor(async ({ open, written }) => {
		assert.equal(await written('html'), null, 'not open yet');
		await open(uri, draft, 'markdown');
		const report = buildFrom(analysisOf(draft, { format: 'markdown', genre: 'auto' }));
		assert.equal(await written('markdown'), markdownReport(report));
		assert.equal(await written('html'), htmlReport([report]));
		await assert.rejects(written('pdf'), /must be markdown or html/);
	}));

test('what is not read says why, and has no file', () =>
	withEditor(async ({ open, report, written, state, connection }) => {
		state.settings = { enable: false };
		await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await open(uri, draft, 'markdown');
		const page = await report();
		assert.deepEqual(
			page?.parts.map(({ id }) => id),
			['head'],
		);
		assert.match(page?.parts[0]?.html ?? '', /turned off by a setting/);
		assert.equal(await written('html'), null);
	}));

test('a request that is not as it should be is an error, and the server goes on', () =>
	withEditor(async ({ open, report }) => {
		await open(uri, draft, 'markdown');
		await assert.rejects(report({ uri, file: 'x', checked: 'soon' }), /must be a time/);
		await assert.rejects(report({ uri, checked: asked.checked }), /“file” must be a string/);
		await assert.rejects(report({}), /“uri” must be a string/);
		assert.ok(await report());
	}));
