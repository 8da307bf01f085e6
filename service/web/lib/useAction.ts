import { useContext, useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from './api';
import { Session } from './session';

export interface Action {
	busy: boolean;
	problem?: Problem;
	/** What was done, in words. */
	done?: string;
	/** Does it, one at a time; the words it gives are shown. */
	run(work: () => Promise<string | undefined>): Promise<void>;
}

type State = Pick<Action, 'busy' | 'problem' | 'done'>;

/** Something a person has the service do, and how it went. */
export function useAction(): Action {
	const { onEnded } = useContext(Session);
	const [state, setState] = useState<State>({ busy: false });
	// A button is pressed again sooner than it is drawn anew.
	const isRunning = useRef(false);
	return {
		...state,
		async run(work) {
			if (isRunning.current) return;
			isRunning.current = true;
			setState({ busy: true });
			try {
				const done = await work();
				setState({ busy: false, ...(done === undefined ? {} : { done }) });
			} catch (error) {
				const problem = asProblem(error);
				if (problem.status === 401) onEnded();
				setState({ busy: false, problem });
			} finally {
				isRunning.current = false;
			}
		},
	};
}
