/** Findings as LSP diagnostics. */
import { t } from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigProblem } from '../configuration/configFile';
import type { Finding, Severity } from '../rules/rule';
import type { ClientFeatures } from './clientFeatures';
import { toDiagnosticSeverity, topOfFile, toRange } from './convert';
import { oneLine } from './markdown';
import { type Squiggle, shownTo } from './oneSquiggle';

export const diagnosticSource = 'Source Critic';

/** More than this many help no one, and slow the editor down. */
export const maxFindings = 500;
const maxRelated = 20;

/** What a code action needs to find its finding again. */
export interface DiagnosticData {
	readonly rule: string;
	/** Document offsets. */
	readonly start: number;
	readonly end: number;
}

export interface DiagnosticOptions {
	readonly features: ClientFeatures;
	/** Address of the folder with the rule pages, or undefined. */
	readonly docsBase: string | undefined;
}

export interface DiagnosticList {
	readonly items: Diagnostic[];
	/** How many findings are not among them. */
	readonly hidden: number;
}

/** The diagnostics of a document, one where several overlap; the mildest go where there are too many, and one more says so at the top. */
export function toDiagnostics(
	document: TextDocument,
	findings: readonly Finding[],
	options: DiagnosticOptions,
): DiagnosticList {
	const kept = strongest(shownTo(options.features, findings), maxFindings);
	const items = kept.map(squiggle => toDiagnostic(document, squiggle, options));
	const hidden = findings.length - kept.reduce((count, { also }) => count + 1 + also.length, 0);
	if (hidden > 0) items.unshift(moreDiagnostic(hidden));
	return { items, hidden };
}

/** The diagnostic of a finding, which tells what else is asked at its words before what else belongs to it. */
export function toDiagnostic(
	document: TextDocument,
	{ finding, also }: Squiggle,
	options: DiagnosticOptions,
): Diagnostic {
	const { rule, span, message } = finding;
	const related = [...also, ...finding.related];
	const { features, docsBase } = options;
	const data: DiagnosticData = { rule, start: span.start, end: span.end };
	return {
		range: toRange(document, span),
		severity: toDiagnosticSeverity(finding.severity),
		source: diagnosticSource,
		code: rule,
		message: oneLine(message),
		data,
		...(docsBase !== undefined && features.codeDescription && { codeDescription: { href: `${docsBase}${rule}.md` } }),
		...(features.relatedInformation &&
			related.length > 0 && {
				relatedInformation: related.slice(0, maxRelated).map(other => ({
					location: { uri: document.uri, range: toRange(document, other.span) },
					message: oneLine(other.message),
				})),
			}),
	};
}

/** What is wrong with a configuration file. */
export function toConfigDiagnostic(document: TextDocument, { span, message, severity }: ConfigProblem): Diagnostic {
	return {
		range: toRange(document, span),
		severity: toDiagnosticSeverity(severity),
		source: diagnosticSource,
		message: oneLine(message),
	};
}

/** A short name for what was sent: equal lists have equal names, others almost certainly not. */
export function resultIdOf(items: readonly Diagnostic[]): string {
	const text = JSON.stringify(items);
	let a = 0x811c9dc5;
	let b = 0x9e3779b9;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 0x01000193);
		b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
	}
	return `${text.length.toString(36)}-${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

function moreDiagnostic(hidden: number): Diagnostic {
	return {
		range: topOfFile,
		severity: DiagnosticSeverity.Information,
		source: diagnosticSource,
		message:
			hidden === 1
				? t('1 more finding is not shown: at most {0} a document.', maxFindings)
				: t('{0} more findings are not shown: at most {1} a document.', hidden, maxFindings),
	};
}

const ladder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** In reading order still. */
function strongest(all: readonly Squiggle[], count: number): readonly Squiggle[] {
	if (all.length <= count) return all;
	const ranked = [...all].sort((a, b) => ladder.indexOf(a.finding.severity) - ladder.indexOf(b.finding.severity));
	const kept = new Set(ranked.slice(0, count));
	return all.filter(squiggle => kept.has(squiggle));
}
