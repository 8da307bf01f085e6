import { useState } from 'preact/hooks';
import { ask } from './lib/api';
import { useAction } from './lib/useAction';
import { Button } from './parts/button';
import { Outcome } from './parts/notice';

interface Props {
	onLogin(who: { token: string; may: string[] }): void;
}

export function Login({ onLogin }: Props) {
	const [token, setToken] = useState('');
	const action = useAction();
	const submit = (event: Event) => {
		event.preventDefault();
		void action.run(async () => {
			onLogin(await ask('/v1/page/login', { token }));
			return undefined;
		});
	};
	return (
		<main class="login">
			<form class="card" onSubmit={submit}>
				<img src="/icon.svg" alt="" width={40} height={40} />
				<h1>Connector Service</h1>
				<label class="field">
					Token
					<input
						type="password"
						autocomplete="current-password"
						required
						autofocus
						value={token}
						onInput={(event) => setToken(event.currentTarget.value)}
					/>
				</label>
				<p class="soft">
					Any token of the configuration that may see the page. Without one in the configuration,
					the service made one at its first start and said where it is.
				</p>
				<Outcome action={action} />
				<Button kind="main" off={action.busy}>
					Log In
				</Button>
			</form>
		</main>
	);
}
