import { useCallback, useReducer, useRef } from 'preact/hooks';
import { emptyWorld, next, type World, type WorldEvent } from './world';

interface News {
	world: World;
	/** Takes up what happened. */
	tell(event: WorldEvent): void;
	/** Asks the sandbox for what is. What happens until it answers may not be in the answer, and is told after it. */
	read(ask: () => Promise<WorldEvent>): Promise<void>;
	/** What is being read counts for nothing any more. */
	forget(): void;
}

/** The world as it is told and read. */
export function useNews(): News {
	const [world, take] = useReducer(next, emptyWorld);
	/** What happened during each reading, the one that began first at the front. */
	const readings = useRef(new Set<WorldEvent[]>());

	const tell = useCallback((event: WorldEvent) => {
		for (const meanwhile of readings.current) meanwhile.push(event);
		take(event);
	}, []);

	const read = useCallback(async (ask: () => Promise<WorldEvent>) => {
		const meanwhile: WorldEvent[] = [];
		readings.current.add(meanwhile);
		const answer = await ask().catch((): WorldEvent => ({ type: 'lost' }));
		const asked = [...readings.current];
		if (!readings.current.delete(meanwhile)) return;
		const news = [answer, ...meanwhile];
		for (const event of news) take(event);
		// Who asked before may still get an older answer: this one is news to it.
		for (const earlier of asked.slice(0, asked.indexOf(meanwhile))) earlier.push(...news);
	}, []);

	const forget = useCallback(() => readings.current.clear(), []);

	return { world, tell, read, forget };
}
