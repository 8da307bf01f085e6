import { randomUUID } from 'node:crypto';

/** A file that was uploaded: where the page of the sandbox finds it, and its bytes where it has them. */
export interface StoredFile {
	name: string;
	url: string;
	bytes?: Buffer;
	mimeType?: string;
}

export interface Files {
	addUrl(url: string): StoredFile;
	addBytes(bytes: Buffer, mimeType: string): StoredFile;
	find(name: string): StoredFile | undefined;
	reset(): void;
}

/** Keeps what was uploaded. `at` is where the bytes can be fetched. */
export function createFiles(at: string): Files {
	const files = new Map<string, StoredFile>();

	function add(file: (id: string) => Omit<StoredFile, 'name'>): StoredFile {
		const id = randomUUID();
		const stored = { name: `files/${id}`, ...file(id) };
		files.set(stored.name, stored);
		return stored;
	}

	return {
		addUrl: (url) => add(() => ({ url })),
		addBytes: (bytes, mimeType) => add((id) => ({ url: `${at}/${id}`, bytes, mimeType })),
		find: (name) => files.get(name),
		reset: () => files.clear(),
	};
}
