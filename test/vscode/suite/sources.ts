import {
	type CodeLens,
	type CompletionList,
	ConfigurationTarget,
	commands,
	type InlayHint,
	Position,
	type SemanticTokens,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import { equal, ok } from './assert';
import { closeAll, everything, finding, hoverSaying, openDraft, until } from './workbench';

suite('who speaks', () => {
	let draft: TextDocument;
	setup(async () => {
		draft = await openDraft('council.md');
	});
	teardown(async () => {
		for (const name of ['codeLens', 'inlayHints', 'colorVoices']) await set(name, undefined);
		await closeAll();
	});

	test('the line above the draft counts its sources, and leads to the list of problems', async () => {
		await finding(draft, 'anonymous-source', 'sources');
		const lens = await until('the lens', () => lensOf(draft));
		ok(/^2 named · 1 anonymous/.test(lens.command?.title ?? ''), `it says “${lens.command?.title}”`);
		equal(lens.command?.command, 'sourceCritic.showOverview', 'its command');
		await commands.executeCommand('sourceCritic.showOverview', ...(lens.command?.arguments ?? []));
	});

	test('the line above the draft is switched off', async () => {
		await until('the lens', () => lensOf(draft));
		await set('codeLens', false);
		await until('the lens to go', async () => ((await lensOf(draft)) ? undefined : true));
	});

	test('the hover of a source tells what the draft has it say', async () => {
		const told = await hoverSaying(draft, rangeOf(draft, 'Peter Lund'), /Quoted once/);
		ok(/On what occasion and to whom: not said/.test(told), told);
	});

	test('the hover of an unnamed source tells what is not said of it', async () => {
		await hoverSaying(draft, rangeOf(draft, 'sources said'), /Why unnamed: not said/);
	});

	test('the colours of voices are there on demand', async () => {
		await finding(draft, 'anonymous-source', 'sources');
		equal((await tokensOf(draft))?.data.length ?? 0, 0, 'numbers of tokens');
		await set('colorVoices', true);
		await until('tokens', async () => ((await tokensOf(draft))?.data.length ? true : undefined));
	});

	test('whom a pronoun means is shown on demand', async () => {
		await typeAtEnd(draft, '\n\nMayor Ruth Alder left early. She said the vote could wait.');
		await set('inlayHints', true);
		const hint = await until('a hint', async () => (await hintsOf(draft))[0]);
		const label = typeof hint.label === 'string' ? hint.label : hint.label.map(({ value }) => value).join('');
		ok(/^‹.*Alder›$/.test(label), `it says “${label}”`);
	});

	test('named sources are offered after “according to”', async () => {
		await typeAtEnd(draft, '\n\nThe repairs are late, according to ');
		const labels = await until('a name', async () => {
			const { items } = await completionsOf(draft);
			const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
			return found.some(label => label.includes('Lund')) ? found : undefined;
		});
		ok(!labels.includes('sources'), 'an unnamed source is offered');
	});
});

async function lensOf({ uri }: TextDocument): Promise<CodeLens | undefined> {
	const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
	return lenses.find(({ command }) => /named/.test(command?.title ?? ''));
}

function tokensOf({ uri }: TextDocument): Thenable<SemanticTokens | undefined> {
	return commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);
}

function hintsOf(document: TextDocument): Thenable<InlayHint[]> {
	return commands.executeCommand('vscode.executeInlayHintProvider', document.uri, everything(document));
}

function completionsOf(document: TextDocument): Thenable<CompletionList> {
	const { end } = everything(document);
	return commands.executeCommand(
		'vscode.executeCompletionItemProvider',
		document.uri,
		new Position(end.line, end.character),
		' ',
	);
}

async function typeAtEnd(document: TextDocument, text: string): Promise<void> {
	const editor = await window.showTextDocument(document);
	await editor.edit(edit => edit.insert(everything(document).end, text));
}

function rangeOf(document: TextDocument, words: string) {
	const start = document.getText().indexOf(words);
	ok(start >= 0, `“${words}” is not in the draft`);
	const position = document.positionAt(start + 1);
	return everything(document).with(position, document.positionAt(start + words.length));
}

async function set(name: string, value: unknown): Promise<void> {
	await workspace.getConfiguration('sourceCritic').update(name, value, ConfigurationTarget.Workspace);
}
