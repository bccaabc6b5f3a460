import {
	type CommentThread,
	CommentThreadState,
	commands,
	env,
	Range,
	type TextDocument,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { askWriterCommand } from '../../../server/src/protocol';
import { equal, includes, ok } from './assert';
import {
	action,
	closeAll,
	finding,
	inWorkspace,
	openDraft,
	removeAll,
	rename,
	restore,
	textOf,
	until,
	write,
} from './workbench';

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
		await commands.executeCommand('sourceCritic.deleteQuery', thread, true);
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
		await commands.executeCommand('sourceCritic.deleteQuery', thread, true);
	});

	test('what someone has written is not deleted before they say so', async () => {
		const thread = await ask();
		await commands.executeCommand('sourceCritic.replyToQuery', { thread, text: 'Two.' });
		/** Under test the workbench shows no dialog, and says what it would have asked. */
		const askedBy = (command: string, target: unknown) =>
			commands.executeCommand(command, target).then(
				() => 'nothing',
				error => String(error),
			);
		includes(await askedBy('sourceCritic.deleteQuery', thread), 'Delete this query and what was written in it?');
		includes(await askedBy('sourceCritic.deleteComment', thread.comments[1]), 'Delete this comment?');
		includes(bodies(thread), '|Two.');
		await commands.executeCommand('sourceCritic.deleteComment', thread.comments[1], true);
		equal(bodies(thread), 'How many, in what position, and how do they know?', 'comments');
		// What is left is the finding's own question: it goes without more words.
		await commands.executeCommand('sourceCritic.deleteQuery', thread);
		equal((await ask()) === thread, false, 'it is still there');
	});

	test('it goes with its file to another name, and with its folder', async () => {
		const [from, to, folder] = [inWorkspace('rename/quay.md'), inWorkspace('rename/pier.md'), inWorkspace('rename')];
		await write(from, draft.getText());
		try {
			draft = await openDraft('rename/quay.md');
			await commands.executeCommand('sourceCritic.replyToQuery', { thread: await ask(), text: 'Two.' });
			await rename(from, to);
			draft = await opened(to);
			includes(bodies(await ask()), '|Two.');
			// Nothing of it is open, and nothing known.
			await commands.executeCommand('workbench.action.closeAllEditors');
			await rename(folder, inWorkspace('renamed'));
			draft = await opened(inWorkspace('renamed/pier.md'));
			includes(bodies(await ask()), '|Two.');
			await commands.executeCommand('sourceCritic.deleteQuery', await ask(), true);
		} finally {
			await commands.executeCommand('workbench.action.closeAllEditors');
			for (const each of [folder, inWorkspace('renamed')]) await removeAll(each);
			draft = await openDraft('council.md');
		}
	});

	async function opened(uri: Uri): Promise<TextDocument> {
		const document = await workspace.openTextDocument(uri);
		await window.showTextDocument(document, { preview: false });
		await finding(document, 'anonymous-source', 'sources');
		return document;
	}

	async function insert(offset: number, text: string): Promise<void> {
		const isDone = await window.activeTextEditor?.edit(edit => edit.insert(draft.positionAt(offset), text));
		ok(isDone === true, 'the edit was refused');
	}
});
