/** The page of the workbench as a reader sees and uses it: what the extension host cannot do is done from outside. */
import { workspace } from 'vscode';
import { say } from './report';
import { inWorkspace, remove, until } from './workbench';

const folder = '.page';
let requests = 0;

/** Whether someone outside answers; in a VS Code on the desktop no one does. */
export async function hasPage(): Promise<boolean> {
	return workspace.fs.stat(inWorkspace(folder)).then(
		() => true,
		() => false,
	);
}

interface Focused {
	/** What it is called by ear. */
	readonly name: string;
	/** The words of its row. */
	readonly row: string;
	/** How far it stands below the upper edge of the view, in pixels. */
	readonly top: number;
	/** How far the page is scrolled, in pixels. */
	readonly scrolled: number;
}

export const report = {
	/** The accessibility tree, as text. */
	tree: (draft: string) => ask<string>('tree', { draft }),
	/** In the report that has the focus: Tab until this has it, then a key. */
	press: (draft: string, name: string, key: string) => ask<null>('press', { draft, name, key }),
	/** On the place of a statement's row. */
	click: (draft: string, row: string) => ask<null>('click', { draft, row }),
	focus: (draft: string, row: string) => ask<null>('focus', { draft, row }),
	focused: (draft: string) => ask<Focused>('focused', { draft }),
	/** The kind of theme it is shown in, as VS Code names it to a webview. */
	theme: (draft: string) => ask<string>('theme', { draft }),
	/** What axe-core finds wrong. */
	violations: (draft: string) => ask<readonly string[]>('violations', { draft }),
};

export const workbench = {
	/** Presses a button. */
	button: (name: string) => ask<null>('button', { name }),
	/** Of the walkthrough that is shown: the id of each step, and whether it is ticked. */
	steps: () => ask<readonly (readonly [id: string, isDone: boolean])[]>('steps', {}),
};

async function ask<T>(act: string, request: object): Promise<T> {
	const id = ++requests;
	const file = inWorkspace(`${folder}/${id}.json`);
	say(`? ${JSON.stringify({ id, act, ...request })}`);
	const text = await until(`the page to ${act}`, async () => {
		const bytes = await workspace.fs.readFile(file).then(undefined, () => undefined);
		return bytes && new TextDecoder().decode(bytes);
	});
	await remove(file);
	const { value, error } = JSON.parse(text) as { value?: T; error?: string };
	if (error !== undefined) throw new Error(error);
	return value as T;
}
