import type { FailureRate, ProviderFailures } from '../../page/shapes';
import { count, counted, percent } from '../lib/format';
import { linkTo } from '../lib/route';
import { Notice } from './notice';

/** Providers at which more fails than usual. */
export function Spikes({ providers }: { providers: readonly ProviderFailures[] }) {
	return (
		<>
			{providers
				.filter(({ spike }) => spike)
				.map((one) => (
					<Spike key={one.provider} {...one} />
				))}
		</>
	);
}

function Spike({ provider, hour, usual }: ProviderFailures) {
	return (
		<Notice tone="bad" title={`More messages fail at ${provider} than usual`}>
			<p>
				In the last hour {count(hour.failed)} of {counted(hour.all, 'message')} failed, which is{' '}
				{shareOf(hour)}.{' '}
				{usual.all === 0 ? 'There were none before.' : `The usual is ${shareOf(usual)}.`} The{' '}
				<a href={linkTo('failures', { range: '24h' })}>causes</a> say why. Hold campaigns back until
				it is clear.
			</p>
		</Notice>
	);
}

export const shareOf = ({ failed, all }: FailureRate) => percent(failed, all);
