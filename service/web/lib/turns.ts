/**
 * Answers do not arrive in the order in which they were asked for. What this gives is called when something is
 * asked; it gives what is called with the answer, and says whether that is news: false when the answer to a
 * later question is there already.
 */
export function turns(): () => () => boolean {
	let asked = 0;
	let answered = 0;
	return () => {
		asked += 1;
		const own = asked;
		return () => {
			if (own < answered) return false;
			answered = own;
			return true;
		};
	};
}
