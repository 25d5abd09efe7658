import { useAddress } from '../router/use-address';
import { formatAddress } from '../router/address';

interface StepListProps {
	label: string;
	steps: Array< { id: string; label: string } >;
	current: string;
}

/** The steps of a screen, each with its own address. */
export function StepList( { label, steps, current }: StepListProps ) {
	const address = useAddress();
	return (
		<nav aria-label={ label }>
			<ol className="carnet-steps-list">
				{ steps.map( ( { id, label: name } ) => (
					<li key={ id }>
						<a
							href={ formatAddress( { ...address, tab: id } ) }
							aria-current={ id === current ? 'step' : undefined }
						>
							{ name }
						</a>
					</li>
				) ) }
			</ol>
		</nav>
	);
}
