import apiFetch from '@wordpress/api-fetch';
import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changesetOf } from '../entities/answers';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { NextSteps } from '../records/next-steps';
import type { StepsProps } from '../records/noun';
import { listLink } from '../records/screen-address';
import { navigate } from '../router/history';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';
import { quoteWords } from './words';

/** Where a quote can go from its status. */
function nextSteps( status: unknown ) {
	const accept = { to: 'accepted', label: __( 'Accept', 'carnet-crm' ) };
	const decline = { to: 'declined', label: __( 'Decline', 'carnet-crm' ) };
	const reopen = { to: 'draft', label: __( 'Back to draft', 'carnet-crm' ) };
	switch ( status ) {
		case 'draft':
			return [ { to: 'sent', label: __( 'Mark as sent', 'carnet-crm' ) }, accept, decline ];
		case 'sent':
			return [ accept, decline, { to: 'expired', label: __( 'Mark as expired', 'carnet-crm' ) }, reopen ];
		case 'accepted':
			return [];
		default:
			return [ reopen ];
	}
}

/**
 * What can be done with a quote now: send, accept, decline, duplicate, print.
 */
export function QuoteSteps( { record, apply, isBusy }: StepsProps ) {
	const notify = useNotify();
	const refresh = useRefresh();
	const next = useRef< HTMLDivElement >( null );
	const keepFocus = useKeepFocus();
	const change = async ( status: string ) => {
		await apply( { status } );
		keepFocus( () => next.current );
	};
	const duplicate = async () => {
		try {
			const copy = await apiFetch< CrmRecord >( {
				path: `/carnet/v1/quotes/${ record.id }/duplicate`,
				method: 'POST',
			} );
			refresh();
			notify.done( quoteWords().created, changesetOf( copy ) );
			navigate( { page: entityConfig( 'quote' ).page, id: String( copy.id ), params: {} } );
		} catch ( error ) {
			notify.failed( error );
		}
	};
	return (
		<div className="carnet-steps">
			<NextSteps group={ next }>
				{ nextSteps( record.status ).map( ( { to, label }, index ) => (
					<Button
						key={ to }
						__next40pxDefaultSize
						variant={ index ? 'secondary' : 'primary' }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => void change( to ) }
					>
						{ label }
					</Button>
				) ) }
				<Button __next40pxDefaultSize variant="tertiary" onClick={ duplicate }>
					{ __( 'Duplicate', 'carnet-crm' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					href={ listLink( 'quote', { id: String( record.id ), tab: 'print' } ) }
					// Loaded as a page: with it comes the site's logo.
					target="_top"
				>
					{ __( 'Print', 'carnet-crm' ) }
				</Button>
			</NextSteps>
			{ record.status === 'accepted' && (
				<p>
					{ __(
						'An accepted quote keeps its lines, currency and parties. Duplicate it to make a new one.',
						'carnet-crm'
					) }
				</p>
			) }
		</div>
	);
}
