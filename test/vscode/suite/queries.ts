import { type CommentThread, CommentThreadState, commands, env, Range, type TextDocument, window } from 'vscode';
import { askWriterCommand } from '../../../server/src/protocol';
import { equal, includes, ok } from './assert';
import { action, closeAll, finding, inWorkspace, openDraft, restore, textOf, until } from './workbench';

suite('queries to the writer', () => {
	let draft: TextDocument;
	let original = '';
	setup(async () => {
		draft = await openDraft('council.md');
		await finding(draft, 'anonymous-source', 'sources');
	});
	suiteSetup(async () => {
		original = (await textOf(inWorkspace('council.md'))) ?? '';
	});
	teardown(async () => {
		await restore(draft, original);
		await closeAll();
	});

	const bodies = (thread: CommentThread) => thread.comments.map(({ body }) => String(body)).join('|');
	const about = (thread: CommentThread) => draft.getText(thread.range);

	async function ask(): Promise<CommentThread> {
		const { diagnostic } = await finding(draft, 'anonymous-source', 'sources');
		const { command } = await action(draft, diagnostic.range, /^Ask the Writer$/);
		equal(command?.command, askWriterCommand, 'its command');
		const thread = await commands.executeCommand<CommentThread>(askWriterCommand, ...(command?.arguments ?? []));
		ok(thread !== undefined && thread !== null, 'there is no thread');
		return thread;
	}

	test('a thread begins with the question of the finding, on its words, and asks no name', async () => {
		const thread = await ask();
		equal(bodies(thread), 'How many, in what position, and how do they know?', 'comments');
		equal(about(thread), 'sources', 'its words');
		equal(await ask(), thread, 'asking again');
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
	});

	test('it goes with its words, is answered, resolved, reopened, edited and taken away', async () => {
		const thread = await ask();
		await insert(0, 'It rained.\n\n');
		await until('the thread to follow', () => (about(thread) === 'sources' ? true : undefined));
		await commands.executeCommand('sourceCritic.replyToQuery', { thread, text: 'Two, at the works office.' });
		includes(bodies(thread), '|Two, at the works office.');
		const [, answer] = thread.comments;
		ok(answer !== undefined, 'there is no answer');
		await commands.executeCommand('sourceCritic.editComment', answer);
		answer.body = 'Three, at the works office.';
		await commands.executeCommand('sourceCritic.saveComment', answer);
		includes(bodies(thread), '|Three, at the works office.');
		await commands.executeCommand('sourceCritic.resolveQuery', thread);
		equal(thread.state, CommentThreadState.Resolved, 'its state');
		await commands.executeCommand('sourceCritic.reopenQuery', thread);
		equal(thread.state, CommentThreadState.Unresolved, 'its state');
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
	});

	test('where its words are gone it stands at the top and says so; when they are back it is back', async () => {
		const thread = await ask();
		const start = draft.getText().indexOf(', sources said');
		const range = new Range(draft.positionAt(start), draft.positionAt(start + ', sources said'.length));
		await window.activeTextEditor?.edit(edit => edit.delete(range));
		await until('the thread to be at the top', () => (/no longer/.test(thread.label ?? '') ? true : undefined));
		equal(thread.range.start.line, 0, 'its line');
		await insert(start, ', sources said');
		await until('the thread to be back', () => (about(thread) === 'sources' ? true : undefined));
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
	});

	test('it is there when the draft is opened again', async () => {
		await ask();
		await closeAll();
		draft = await openDraft('council.md');
		await finding(draft, 'anonymous-source', 'sources');
		const thread = await ask();
		equal(thread.comments.length, 1, 'comments');
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
	});

	test('queries are copied, those of the findings and those of threads', async () => {
		const thread = await ask();
		await commands.executeCommand('sourceCritic.replyToQuery', { thread, text: 'Two.' });
		await commands.executeCommand('sourceCritic.copyQueries');
		const text = await until('the clipboard', async () => (await env.clipboard.readText()) || undefined);
		includes(text, 'Par 4, “sources”: How many, in what position, and how do they know?\n  — Two.\n');
		includes(text, 'Par 3, “claimed”: ');
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
	});

	async function insert(offset: number, text: string): Promise<void> {
		const isDone = await window.activeTextEditor?.edit(edit => edit.insert(draft.positionAt(offset), text));
		ok(isDone === true, 'the edit was refused');
	}
});
