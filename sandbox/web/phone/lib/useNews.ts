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
	/** What happened during each reading. */
	const readings = useRef(new Set<WorldEvent[]>());

	const tell = useCallback((event: WorldEvent) => {
		for (const meanwhile of readings.current) meanwhile.push(event);
		take(event);
	}, []);

	const read = useCallback(async (ask: () => Promise<WorldEvent>) => {
		const meanwhile: WorldEvent[] = [];
		readings.current.add(meanwhile);
		const answer = await ask().catch((): WorldEvent => ({ type: 'lost' }));
		if (!readings.current.delete(meanwhile)) return;
		for (const event of [answer, ...meanwhile]) take(event);
	}, []);

	const forget = useCallback(() => readings.current.clear(), []);

	return { world, tell, read, forget };
}
