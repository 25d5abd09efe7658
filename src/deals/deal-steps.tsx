import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { NextSteps } from '../records/next-steps';
import type { StepsProps } from '../records/noun';
import { useConfig } from '../shared/config-context';
import { useKeepFocus } from '../shared/use-keep-focus';
import { LoseDialog } from './lose-dialog';
import { WinDialog } from './win-dialog';

/**
 * Where a deal stands and how it ends: its stages in a row, and Won, Lost, Abandoned or Reopen.
 */
export function DealSteps( { record, apply, isBusy }: StepsProps ) {
	const { config } = useConfig();
	const [ ending, setEnding ] = useState< 'won' | 'lost' | 'abandoned' | null >( null );
	const stages = config.lists.deal_stage ?? [];
	const isOpen = record.status === 'open';
	const at = stages.findIndex( ( { key } ) => key === record.stage );
	const next = useRef< HTMLDivElement >( null );
	const keepFocus = useKeepFocus();
	const change = async ( changes: Record< string, unknown > ) => {
		const saved = await apply( changes );
		keepFocus( () => next.current );
		return saved;
	};
	const end = async ( changes: Record< string, unknown > ) => {
		if ( await change( changes ) ) {
			setEnding( null );
		}
	};
	const dialog = { record, isBusy, onClose: () => setEnding( null ), onEnd: end };
	const button = ( label: string, onClick: () => void, variant: 'primary' | 'secondary' = 'secondary' ) => (
		<Button
			__next40pxDefaultSize
			variant={ variant }
			onClick={ onClick }
			disabled={ isBusy }
			accessibleWhenDisabled
		>
			{ label }
		</Button>
	);
	return (
		<div className="carnet-steps">
			<ol className="carnet-steps__stages" aria-label={ __( 'Stage', 'carnet-crm' ) }>
				{ stages.map( ( { key, label }, index ) => (
					<li key={ key } className={ index < at ? 'is-past' : '' }>
						<button
							type="button"
							aria-current={ key === record.stage ? 'step' : undefined }
							disabled={ ! isOpen }
							// Only said while busy: a disabled button would lose the focus.
							aria-disabled={ isBusy }
							onClick={ () => {
								if ( ! isBusy && key !== record.stage ) {
									void change( { stage: key } );
								}
							} }
						>
							{ label }
						</button>
					</li>
				) ) }
			</ol>
			<NextSteps group={ next }>
				{ isOpen ? (
					<>
						{ button( __( 'Won', 'carnet-crm' ), () => setEnding( 'won' ), 'primary' ) }
						{ button( __( 'Lost', 'carnet-crm' ), () => setEnding( 'lost' ) ) }
						{ button( __( 'Abandoned', 'carnet-crm' ), () => setEnding( 'abandoned' ) ) }
					</>
				) : (
					button( __( 'Reopen', 'carnet-crm' ), () => void change( { status: 'open' } ) )
				) }
			</NextSteps>
			{ ending === 'won' && <WinDialog { ...dialog } /> }
			{ ( ending === 'lost' || ending === 'abandoned' ) && <LoseDialog { ...dialog } status={ ending } /> }
		</div>
	);
}
