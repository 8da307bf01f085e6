import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
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

/** The page: the login, or what somebody with a token sees. */
export function App() {
	const [who, setWho] = useState<Known>(undefined);
	const [problem, setProblem] = useState<Problem>();
	const end = useCallback(() => setWho(null), []);
	useEffect(() => {
		ask<Who>('/v1/whoami').then(setWho, (error: unknown) => {
			const problem = asProblem(error);
			if (problem.status === 401) end();
			else setProblem(problem);
		});
	}, [end]);
	const session = useMemo(
		() => ({ token: who?.token ?? '', may: who?.may ?? [], onEnded: end }),
		[who, end],
	);
	if (who === null) return <Login onLogin={setWho} />;
	if (who === undefined) return problem ? <ProblemNotice problem={problem} /> : null;
	return (
		<Session.Provider value={session}>
			<Frame onLogOut={() => void ask('/v1/page/logout', {}).then(end, end)} />
		</Session.Provider>
	);
}
