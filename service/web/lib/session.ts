import { createContext } from 'preact';

/** Who looks at the page. */
export interface SessionState {
	/** The name of the token. */
	token: string;
	may: readonly string[];
	/** The service does not know us any more. */
	onEnded(): void;
}

export const Session = createContext<SessionState>({
	token: '',
	may: [],
	onEnded: () => undefined,
});
