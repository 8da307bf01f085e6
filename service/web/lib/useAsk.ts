import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ask, asProblem, type Problem } from './api';
import { Session } from './session';

export interface Asked<T> {
	data?: T;
	problem?: Problem;
	loading: boolean;
	/** Asks again; resolves when the answer is there. */
	reload(): Promise<void>;
}

const REFRESH_SECONDS = 30;

/** What the service answers at a path, asked again every now and then while the page is looked at. */
export function useAsk<T>(path: string): Asked<T> {
	const { onEnded } = useContext(Session);
	const [state, setState] = useState<{ path: string; data?: T; problem?: Problem }>({ path });
	const wanted = useRef(path);
	wanted.current = path;
	const reload = useCallback(async () => {
		try {
			const data = await ask<T>(path);
			if (wanted.current === path) setState({ path, data });
		} catch (error) {
			const problem = asProblem(error);
			if (problem.status === 401) onEnded();
			if (wanted.current === path)
				setState((before) => ({ ...(before.path === path ? before : { path }), problem }));
		}
	}, [path, onEnded]);
	useEffect(() => {
		void reload();
		const timer = setInterval(() => {
			if (!document.hidden) void reload();
		}, REFRESH_SECONDS * 1000);
		return () => clearInterval(timer);
	}, [reload]);
	const current = state.path === path ? state : { path };
	return { ...current, loading: !('data' in current) && !('problem' in current), reload };
}
