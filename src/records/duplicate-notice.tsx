import { Button, Notice } from '@wordpress/components';
import { useEntityRecord } from '@wordpress/core-data';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ApiError } from '../entities/api-error';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import type { Noun } from './noun';
import { recordLink } from './screen-address';

interface DuplicateNoticeProps {
	noun: Noun;
	error: ApiError;
	onSaveAnyway: () => void;
}

/**
 * Someone has the same e-mail address already: look at them, or save all the same. They open in a tab of their own, so
 * that what was typed stays.
 */
export function DuplicateNotice( { noun, error, onSaveAnyway }: DuplicateNoticeProps ) {
	const existing = error.data?.existing_id ?? 0;
	const { record } = useEntityRecord< CrmRecord >( KIND, noun.entity, existing, { enabled: existing > 0 } );
	const name = record && noun.titleOf( record );
	const notice = useRef< HTMLDivElement >( null );
	useEffect( () => notice.current?.focus(), [] );
	return (
		<div ref={ notice } tabIndex={ -1 }>
			<Notice status="warning" isDismissible={ false }>
				<p>{ error.message }</p>
				<div className="carnet-buttons">
					{ existing > 0 && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							href={ recordLink( noun.entity, { id: existing } ) }
							target="_blank"
						>
							{ name
								? sprintf(
										/* translators: %s: name of a linked record. */
										__( 'Open %s', 'carnet-crm' ),
										name
									)
								: __( 'Open the existing one', 'carnet-crm' ) }{ ' ' }
							<span className="screen-reader-text">{ __( '(opens in a new tab)', 'carnet-crm' ) }</span>
						</Button>
					) }
					<Button __next40pxDefaultSize variant="secondary" onClick={ onSaveAnyway }>
						{ __( 'Save anyway', 'carnet-crm' ) }
					</Button>
				</div>
			</Notice>
		</div>
	);
}
