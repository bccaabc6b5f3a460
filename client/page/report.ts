/** The report's page in the view: shows what the extension sends, and tells it which place of the draft is wanted. */
import type { FromPage, ToPage } from '../src/reportMessages';
import { morph } from './morph';

/** What is kept when the view is hidden or the window reloads. */
interface State {
	readonly draft: string;
	readonly scrolled: number;
}

interface ViewApi {
	postMessage(message: FromPage): void;
	getState(): State | undefined;
	setState(state: State): void;
}

declare function acquireVsCodeApi(): ViewApi;

const pauseInMilliseconds = 200;

const api = acquireVsCodeApi();
const main = document.querySelector('main') as HTMLElement;
let draft = document.body.dataset['draft'] ?? '';
const before = api.getState();
const parts = new Map<string, Element>();

let isShown = false;
let scrolled = before?.draft === draft ? before.scrolled : 0;
let timer: number | undefined;

addEventListener('message', ({ data }: MessageEvent<ToPage>) => show(data));
addEventListener('scroll', () => {
	if (!isShown) return;
	clearTimeout(timer);
	timer = setTimeout(keep, pauseInMilliseconds);
});
document.addEventListener('click', event => {
	const target = event.target instanceof Element ? event.target.closest('.go, a[href^="#"]') : null;
	if (target instanceof HTMLButtonElement) reveal(target);
	if (target instanceof HTMLAnchorElement) goTo(target, event);
});
api.setState({ draft, scrolled });
api.postMessage({ kind: 'ready' });

function show(message: ToPage): void {
	const { activeElement } = document;
	const top = activeElement?.getBoundingClientRect().top;
	apply(message);
	// What has the focus stays where the eye has it.
	if (activeElement?.matches('.go') && activeElement.isConnected) {
		scrollBy(0, activeElement.getBoundingClientRect().top - (top ?? 0));
	}
}

/** Only what has changed is sent; the rest stays as it is. */
function apply({ draft: now, order, changed }: ToPage): void {
	if (draft !== now) {
		draft = now;
		document.body.dataset['draft'] = now;
		keep();
	}
	for (const { id, html } of changed) {
		const next = elementOf(html);
		const old = parts.get(id);
		if (old && old.localName === next.localName) morph(old, next);
		else {
			old?.remove();
			parts.set(id, next);
		}
	}
	for (const [id, element] of parts) {
		if (order.includes(id)) continue;
		element.remove();
		parts.delete(id);
	}
	if (!isShown) main.replaceChildren();
	for (const [i, id] of order.entries()) {
		const element = parts.get(id);
		if (element && main.children[i] !== element) main.insertBefore(element, main.children[i] ?? null);
	}
	if (!isShown) scrollTo(0, scrolled);
	isShown = true;
}

/** The extension escapes the draft's words, and the page's policy runs no script but this one. */
function elementOf(html: string): Element {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content.firstElementChild ?? document.createElement('p');
}

function reveal({ dataset }: HTMLButtonElement): void {
	const start = Number(dataset['start']);
	const end = Number(dataset['end']);
	api.postMessage({ kind: 'reveal', start, end });
}

/** The next Tab goes on from there. */
function goTo({ hash }: HTMLAnchorElement, event: Event): void {
	const heading = document.getElementById(hash.slice(1));
	if (!heading) return;
	event.preventDefault();
	heading.tabIndex = -1;
	heading.focus();
	heading.scrollIntoView();
}

function keep(): void {
	scrolled = scrollY;
	api.setState({ draft, scrolled });
}
