import { l10n, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState } from 'vscode';
import type { CheckKind, ListedCheck } from '../../../server/src/protocol';
import { isDone } from './records';
import type { DetailRow, GroupRow, ItemRow, Row } from './rows';

export const revealCommand = 'sourceCritic.revealCheck';
export const openEvidenceCommand = 'sourceCritic.openEvidence';

/** How a row of the list looks and sounds. Draft text is in it as plain text only. */
export function treeItemOf(row: Row, uri: string): TreeItem {
	if (row.type === 'group') return groupItem(row);
	return row.type === 'item' ? itemItem(row, uri) : detailItem(row, uri);
}

function groupItem({ id, name, done, total }: GroupRow): TreeItem {
	const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
	item.id = id;
	item.description = l10n.t('{0} of {1}', done, total);
	item.contextValue = 'group';
	item.accessibilityInformation = { label: l10n.t('{0}: {1} of {2} checked', name, done, total) };
	return item;
}

const icons: Readonly<Record<CheckKind, string>> = {
	accusation: 'warning',
	figure: 'symbol-number',
	quotation: 'quote',
	name: 'person',
	date: 'calendar',
	cause: 'arrow-right',
	superlative: 'arrow-up',
	comparison: 'arrow-swap',
	statement: 'comment',
};

function itemItem({ id, item, rows, record }: ItemRow, uri: string): TreeItem {
	const { words, kind, isChanged } = item;
	const state = rows.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
	const shown = new TreeItem(words, state);
	shown.id = id;
	shown.iconPath = new ThemeIcon(isChanged ? 'history' : icons[kind]);
	shown.description = descriptionOf(item);
	shown.tooltip = tooltipOf(item);
	shown.contextValue = record?.evidence ? 'check evidence' : 'check';
	shown.command = { command: revealCommand, title: l10n.t('Show in the Text'), arguments: [uri, item.range] };
	shown.checkboxState = {
		state: isDone(item) ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
		tooltip: item.said === null ? l10n.t('Is it so?') : l10n.t('Said so, and is it so?'),
		accessibilityInformation: { label: spokenOf(item), role: 'checkbox' },
	};
	shown.accessibilityInformation = { label: spokenOf(item) };
	return shown;
}

/** That it has changed, whose words they are, and what they stand in. */
function descriptionOf({ words, excerpt, speaker, said, so, isChanged }: ListedCheck): string {
	const parts = [
		...(isChanged ? [l10n.t('changed since checked')] : []),
		...(said !== null && said !== so ? [said ? l10n.t('said so; is it so?') : l10n.t('it is so; said so?')] : []),
		...(speaker !== null ? [speaker] : said !== null ? [l10n.t('no speaker named')] : []),
		...(excerpt.text.length > words.length ? [excerpt.text] : []),
	];
	return parts.join(' · ');
}

function tooltipOf(item: ListedCheck): string {
	const { kindName, where, words, excerpt, speaker, isChanged } = item;
	const lines = [
		`${kindName} · ${where}`,
		words,
		...(excerpt.text.length > words.length ? [excerpt.text] : []),
		...(speaker === null ? [] : [l10n.t('Said by {0}', speaker)]),
		...(isChanged ? [l10n.t('Its sentence has changed since it was checked.')] : []),
	];
	return lines.join('\n');
}

/** One sentence for who hears the list: kind, words, place, speaker, and what is open. */
function spokenOf(item: ListedCheck): string {
	const { kindName, words, where, speaker, said, so, isChanged } = item;
	const parts = [
		l10n.t('{0}: {1}', kindName, words),
		where,
		...(speaker === null ? [] : [l10n.t('said by {0}', speaker)]),
		...(isChanged ? [l10n.t('changed since checked')] : []),
		...(said === null ? [] : [said ? l10n.t('said so: checked') : l10n.t('said so: open')]),
		so ? l10n.t('is it so: checked') : l10n.t('is it so: open'),
	];
	return parts.join(', ');
}

function detailItem({ id, type, item, words }: DetailRow, uri: string): TreeItem {
	const shown = new TreeItem(labelOf(type, words), TreeItemCollapsibleState.None);
	shown.id = id;
	shown.contextValue = type;
	if (type === 'said' || type === 'so') {
		const isTicked = type === 'said' ? item.said === true : item.so;
		shown.checkboxState = isTicked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
		shown.command = { command: revealCommand, title: l10n.t('Show in the Text'), arguments: [uri, item.range] };
		if (type === 'said' && item.speaker !== null) shown.description = item.speaker;
		return shown;
	}
	shown.iconPath = new ThemeIcon(type === 'evidence' ? 'link' : 'note');
	shown.tooltip = words;
	if (type === 'evidence') {
		shown.command = { command: openEvidenceCommand, title: l10n.t('Open Evidence'), arguments: [words, uri] };
	}
	return shown;
}

function labelOf(type: DetailRow['type'], words: string): string {
	switch (type) {
		case 'said':
			return l10n.t('Said so?');
		case 'so':
			return l10n.t('Is it so?');
		case 'evidence':
			return l10n.t('Evidence: {0}', words);
		case 'note':
			return l10n.t('Note: {0}', words);
	}
}
