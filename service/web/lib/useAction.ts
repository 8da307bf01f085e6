import { useContext, useState } from 'preact/hooks';
import { asProblem, type Problem } from './api';
import { Session } from './session';

export interface Action {
	busy: boolean;
	problem?: Problem;
	/** What was done, in words. */
	done?: string;
	/** Does it, one at a time; the words it gives are shown. */
	run(work: () => Promise<string | undefined>): Promise<void>;
	clear(): void;
}

type State = Pick<Action, 'busy' | 'problem' | 'done'>;

/** Something a person has the service do, and how it went. */
export function useAction(): Action {
	const { onEnded } = useContext(Session);
	const [state, setState] = useState<State>({ busy: false });
	return {
		...state,
		async run(work) {
			setState({ busy: true });
			try {
				const done = await work();
				setState({ busy: false, ...(done === undefined ? {} : { done }) });
			} catch (error) {
				const problem = asProblem(error);
				if (problem.status === 401) onEnded();
				setState({ busy: false, problem });
			}
		},
		clear: () => setState({ busy: false }),
	};
}
