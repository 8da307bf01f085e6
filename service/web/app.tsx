import { useEffect, useMemo, useState } from 'preact/hooks';
import { Frame } from './frame';
import { ask, asProblem, type Problem } from './lib/api';
import { Session } from './lib/session';
import { Login } from './login';
import { ProblemNotice } from './parts/notice';

interface Who {
	token: string;
	may: string[];
}

/** `undefined`: not known yet; `null`: nobody is logged in. */
type Known = Who | null | undefined;

const RETRY_MS = 5000;

/** The page: the login, or what somebody with a token sees. */
export function App() {
	const [who, setWho] = useState<Known>(undefined);
	const [problem, setProblem] = useState<Problem>();
	useEffect(() => {
		if (who !== undefined) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () =>
			ask<Who>('/v1/whoami').then(setWho, (error: unknown) => {
				const problem = asProblem(error);
				if (problem.status === 401) setWho(null);
				else {
					setProblem(problem);
					timer = setTimeout(look, RETRY_MS);
				}
			});
		void look();
		return () => clearTimeout(timer);
	}, [who]);
	const session = useMemo(
		() => ({
			token: who?.token ?? '',
			may: who?.may ?? [],
			// A late answer of a session that is over says nothing about the next one.
			onEnded: () => setWho((now) => (now === who ? null : now)),
		}),
		[who],
	);
	if (who === null) return <Login onLogin={setWho} />;
	if (who === undefined) return problem ? <ProblemNotice problem={problem} /> : null;
	return (
		<Session.Provider value={session}>
			<Frame />
		</Session.Provider>
	);
}
