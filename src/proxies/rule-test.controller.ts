import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireScopes } from '../shared/authz/access.js';
import { RuleTestRequest } from './dto/rule-test.request.js';
import { RuleTestResponse, ruleTestResponse } from './dto/rule-test.response.js';
import { testRules } from './rule-test.js';

/** Rules that are tried before they are anything's. */
@ApiTags('proxies')
@Controller('proxies/rules')
export class RuleTestController {
  /** Ask what rules would say to a request: which one decides, and what scopes it takes. Nothing is written. */
  @Post('test')
  @HttpCode(200)
  @RequireScopes('proxies:read')
  tryRules(@Body() { routes, method, path }: RuleTestRequest): RuleTestResponse {
    return ruleTestResponse(testRules(routes, method, path));
  }
}
