/** Entry for the extension host on Node (desktop, or a remote). */
import Mocha from 'mocha';
import { runAndReport, say } from './report';

export async function run(): Promise<void> {
	Mocha.reporters.Base.consoleLog = say;
	const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 40_000, reporter: 'spec' });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	await import('./all');
	await runAndReport(() => mocha.run());
}
