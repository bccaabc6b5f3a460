import { DiagnosticSeverity, type TextDocument } from 'vscode';
import { equal, ok } from './assert';
import { closeAll, finding, hoverSaying, openDraft, pause, shown } from './workbench';

suite('reading a draft', () => {
	let draft: TextDocument;
	suiteSetup(async () => {
		draft = await openDraft('council.md');
	});
	suiteTeardown(closeAll);

	test('an anonymous source is a warning, on its words', async () => {
		const { diagnostic, words } = await finding(draft, 'anonymous-source', 'sources');
		equal(diagnostic.severity, DiagnosticSeverity.Warning, 'severity');
		ok(/^(two )?sources( said)?$/i.test(words), `it stands on “${words}”`);
	});

	test('a loaded reporting verb is information', async () => {
		const { diagnostic, words } = await finding(draft, 'loaded-reporting-verb', 'claimed');
		equal(diagnostic.severity, DiagnosticSeverity.Information, 'severity');
		equal(words, 'claimed', 'words');
	});

	test('the code of a finding leads to the page of its rule', async () => {
		const { diagnostic } = await finding(draft, 'anonymous-source', 'sources');
		const { code } = diagnostic;
		ok(typeof code === 'object', 'the code is no link');
		ok(code.target.path.endsWith('/docs/rules/anonymous-source.md'), `it leads to ${code.target}`);
	});

	test('the hover says why and on whose authority', async () => {
		const { diagnostic } = await finding(draft, 'anonymous-source', 'sources');
		await hoverSaying(draft, diagnostic.range, /https:\/\//);
	});

	test('a page of the same newsroom that is in order is left alone', async () => {
		const clean = await openDraft('library.md');
		const wire = await openDraft('wire.txt');
		await finding(wire, 'anonymous-source', 'source');
		await pause(1000);
		equal(shown(clean).length, 0, 'findings');
	});

	test('plain text is read as well', async () => {
		const wire = await openDraft('wire.txt');
		await finding(wire, 'anonymous-source', 'source');
	});
});
