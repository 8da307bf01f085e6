import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes settings to a file that is there while the tests of a file run; gives its name. */
export function useSettingsFile(): (content: unknown) => string {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'rcs-cli-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});
	return (content) => {
		const file = join(folder, 'settings.json');
		writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
		return file;
	};
}
