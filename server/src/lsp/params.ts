/** Requests may hold anything: what is not as the protocol says is answered with an error, and the server goes on. */
import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';

export function uriOf(params: unknown): string {
	const document = field(params, 'textDocument');
	return text(document === undefined ? field(params, 'uri') : field(document, 'uri'), 'uri');
}

export function positionOf(params: unknown): Position {
	const position = field(params, 'position');
	return checkedPosition(position === undefined ? params : position);
}

export function rangeOf(params: unknown): Range {
	const range = field(params, 'range');
	return { start: checkedPosition(field(range, 'start')), end: checkedPosition(field(range, 'end')) };
}

export function positionsOf(params: unknown): readonly Position[] {
	const positions = field(params, 'positions');
	if (Array.isArray(positions)) return positions.map(checkedPosition);
	throw new ResponseError(ErrorCodes.InvalidParams, '“positions” must be a list');
}

export function textOf(params: unknown, key: string): string {
	return text(field(params, key), key);
}

function checkedPosition(value: unknown): Position {
	return { line: count(field(value, 'line'), 'line'), character: count(field(value, 'character'), 'character') };
}

export function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function text(value: unknown, name: string): string {
	if (typeof value === 'string') return value;
	throw new ResponseError(ErrorCodes.InvalidParams, `“${name}” must be a string`);
}

function count(value: unknown, name: string): number {
	if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
	throw new ResponseError(ErrorCodes.InvalidParams, `“${name}” must be a whole number from 0 on`);
}
