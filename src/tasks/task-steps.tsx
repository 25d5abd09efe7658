import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StepsProps } from '../records/noun';
import { isOverdue } from './fields';

/**
 * Whether a task is overdue, and one click to be done with it or to open it again.
 */
export function TaskSteps( { record, apply, isBusy }: StepsProps ) {
	const isOpen = record.status === 'open';
	return (
		<div className="carnet-steps">
			{ isOverdue( record ) && (
				<p>
					<strong className="carnet-overdue">{ __( 'Overdue', 'carnet-crm' ) }</strong>
				</p>
			) }
			<div className="carnet-buttons">
				<Button
					__next40pxDefaultSize
					variant={ isOpen ? 'primary' : 'secondary' }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => void apply( { status: isOpen ? 'done' : 'open' } ) }
				>
					{ isOpen ? __( 'Mark as done', 'carnet-crm' ) : __( 'Reopen', 'carnet-crm' ) }
				</Button>
			</div>
		</div>
	);
}
