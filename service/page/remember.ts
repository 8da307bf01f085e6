/** An answer is kept for so many times as long as it took: however many ask the same, the store works it out rarely. */
const TIMES = 20;

const MOST = 200;

/**
 * Keeps answers that take the database long for a while, however many people look. What is quick is asked
 * again almost every time.
 */
export class Remember {
	private readonly answers = new Map<string, { answer: Promise<unknown>; until: number }>();

	constructor(private readonly now: () => number = () => performance.now()) {}

	/** The answer to `key`, from `ask` unless it is known. */
	async get<T>(key: string, ask: () => Promise<T>): Promise<T> {
		const known = this.answers.get(key);
		if (known && this.now() < known.until) return (await known.answer) as T;
		const started = this.now();
		const answer = ask();
		const entry = { answer, until: Infinity };
		this.answers.delete(key);
		this.answers.set(key, entry);
		this.forgetOldest();
		try {
			return await answer;
		} catch (error) {
			this.answers.delete(key);
			throw error;
		} finally {
			entry.until = this.now() + (this.now() - started) * TIMES;
		}
	}

	private forgetOldest(): void {
		const [oldest] = this.answers.keys();
		if (oldest !== undefined && this.answers.size > MOST) this.answers.delete(oldest);
	}
}
