/** Nodes as the tree of the workbench shows them. */
import { Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedSource, ListedStatement, ProtocolRange } from '../../../server/src/protocol';
import { matchesIn, type SourceFilter } from './filter';
import { told } from './labels';
import { childrenOf, isLevel, type ViewNode } from './nodes';

/** Where a node leads in its draft; null where nowhere. */
export function rangeOf(node: ViewNode): ProtocolRange | null {
	switch (node.kind) {
		case 'group':
		case 'kind':
			return null;
		case 'source':
			return node.source.introduction;
		case 'statement':
			return node.statement.range;
		case 'claim':
			return node.claim.range;
	}
}

export function toRange({ start, end }: ProtocolRange): Range {
	return new Range(start.line, start.character, end.line, end.character);
}

/** The item of a node; what it tells is plain text, whatever stands in the draft. */
export function itemOf(node: ViewNode, isOpen: boolean, filter: SourceFilter): TreeItem {
	const { label, description, tooltip, spoken } = told(node);
	const open = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
	const state = childrenOf(node).length > 0 ? open : TreeItemCollapsibleState.None;
	const item = new TreeItem({ label, highlights: matchesIn(label, filter) }, state);
	item.id = node.id;
	item.description = description;
	item.tooltip = tooltip;
	item.contextValue = node.kind;
	item.accessibilityInformation = { label: spoken };
	const icon = iconOf(node);
	if (icon) item.iconPath = new ThemeIcon(icon);
	const range = rangeOf(node);
	if (range && !isLevel(node)) {
		const selection = toRange(range);
		item.command = { title: '', command: 'vscode.open', arguments: [Uri.parse(node.uri), { selection }] };
	}
	return item;
}

const kindIcons: Readonly<Record<ListedSource['kind'], string>> = {
	person: 'person',
	people: 'organization',
	organization: 'briefcase',
	outlet: 'radio-tower',
	document: 'file-text',
	unknown: 'circle-outline',
};

const wordingIcons: Readonly<Record<ListedStatement['wording'], string>> = {
	quoted: 'quote',
	'partly-quoted': 'quote',
	paraphrased: 'comment',
	mind: 'comment',
};

/** Beside what the label and the tooltip say in words. */
function iconOf(node: ViewNode): string | null {
	switch (node.kind) {
		case 'group':
		case 'kind':
			return null;
		case 'source':
			return kindIcons[node.source.kind];
		case 'statement':
			return wordingIcons[node.statement.wording];
		case 'claim':
			return 'question';
	}
}
