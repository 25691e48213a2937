import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireScopes } from '../../../shared/authz/access.js';
import { TakesLateBody } from '../../../shared/protocol/late-body.js';
import { RuleTestRequest } from '../dto/rule-test.request.js';
import { RuleTestResponse, ruleTestResponse } from '../dto/rule-test.response.js';
import { RULES_BODY } from './rules-body.js';
import { testRules } from './rule-test.js';

/** Tests rules before a proxy uses them. */
@ApiTags('proxies')
@Controller('proxies/rules')
export class RuleTestController {
  /** Test rules against a request: which rule decides, and which scopes it needs. Nothing is saved. */
  @Post('test')
  @TakesLateBody(RULES_BODY)
  @HttpCode(200)
  @RequireScopes('proxies:read')
  tryRules(@Body() { routes, method, path }: RuleTestRequest): RuleTestResponse {
    return ruleTestResponse(testRules(routes, method, path));
  }
}
