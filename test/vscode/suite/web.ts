/** Entry for the extension host in a web worker: there are no modules to load, so Mocha's build for browsers is bundled. */
import 'mocha/mocha';
import { runAndReport, say } from './report';

export async function run(): Promise<void> {
	Mocha.reporters.Base.consoleLog = say;
	mocha.setup({ ui: 'tdd', color: false, timeout: 40_000, reporter: 'spec' });
	await import('./all');
	await runAndReport(() => mocha.run());
}
