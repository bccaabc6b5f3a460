/** What the list calls things, for whoever shows or writes it. */
import { t } from '@vscode/l10n';
import type { Place } from '../report/model';
import type { CheckKind } from './model';

export function kindName(kind: CheckKind): string {
	switch (kind) {
		case 'accusation':
			return t('Accusation');
		case 'figure':
			return t('Figure');
		case 'quotation':
			return t('Quotation');
		case 'name':
			return t('Name');
		case 'date':
			return t('Date or time');
		case 'cause':
			return t('Cause');
		case 'superlative':
			return t('Superlative');
		case 'comparison':
			return t('Comparison');
		case 'statement':
			return t('Statement');
	}
}

/** The same of several. */
export function kindsName(kind: CheckKind): string {
	switch (kind) {
		case 'accusation':
			return t('Accusations');
		case 'figure':
			return t('Figures');
		case 'quotation':
			return t('Quotations');
		case 'name':
			return t('Names');
		case 'date':
			return t('Dates and times');
		case 'cause':
			return t('Causes');
		case 'superlative':
			return t('Superlatives');
		case 'comparison':
			return t('Comparisons');
		case 'statement':
			return t('Statements');
	}
}

export function placeTitle({ part, paragraph }: Pick<Place, 'part' | 'paragraph'>): string {
	if (paragraph > 0) return t('Paragraph {0}', paragraph);
	switch (part) {
		case 'headline':
			return t('Headline');
		case 'standfirst':
			return t('Standfirst');
		case 'heading':
			return t('Heading');
		case 'caption':
			return t('Caption');
		case 'list-item':
			return t('List');
		case 'block-quote':
			return t('Block quotation');
		case 'table-cell':
			return t('Table');
		default:
			return t('Text');
	}
}
