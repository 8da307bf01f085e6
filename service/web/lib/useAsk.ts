import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ask, asProblem, type Problem } from './api';
import { Session } from './session';
import { turns } from './turns';

export interface Asked<T> {
	data?: T;
	problem?: Problem;
	loading: boolean;
	/** Asks again; resolves when the answer is there. Always the same function. */
	reload(): Promise<void>;
}

const REFRESH_SECONDS = 30;

/** What the service answers at a path, asked again every now and then while the page is looked at. */
export function useAsk<T>(path: string): Asked<T> {
	const { onEnded } = useContext(Session);
	const [state, setState] = useState<{ path: string; data?: T; problem?: Problem }>({ path });
	const wanted = useRef(path);
	wanted.current = path;
	const [begin] = useState(turns);
	// Whoever reloads after a while means what is looked at by then.
	const reload = useCallback(async () => {
		const asked = wanted.current;
		const isNews = begin();
		try {
			const data = await ask<T>(asked);
			if (wanted.current === asked && isNews()) setState({ path: asked, data });
		} catch (error) {
			const problem = asProblem(error);
			if (problem.status === 401) onEnded();
			if (wanted.current === asked && isNews())
				setState((before) => ({
					...(before.path === asked ? before : { path: asked }),
					problem,
				}));
		}
	}, [begin, onEnded]);
	useEffect(() => void reload(), [path, reload]);
	useEffect(() => {
		const timer = setInterval(() => {
			if (!document.hidden) void reload();
		}, REFRESH_SECONDS * 1000);
		return () => clearInterval(timer);
	}, [reload]);
	const current = state.path === path ? state : { path };
	return { ...current, loading: !('data' in current) && !('problem' in current), reload };
}
